/** Work put off: to the next frame, or to a pause; called often, done once. */

export const afterwards = {
  /** A function that does `work` once before the next frame. */
  frame(work) {
    let asked = 0;
    return () => {
      asked ||= requestAnimationFrame(() => {
        asked = 0;
        work();
      });
    };
  },

  /** A function that does `work` once it has not been called for so many milliseconds. */
  pause(milliseconds, work) {
    let timer;
    return () => {
      clearTimeout(timer);
      timer = setTimeout(work, milliseconds);
    };
  },
};

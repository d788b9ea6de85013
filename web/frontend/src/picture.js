/** The export page: its picture as PNG, painted by the browser from the SVG that the server drew. */

const SCALE = 2; // pixels of the file for each of the picture, so that it is sharp in print

for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("button[data-png]"))) {
  const item = button.closest("li");
  const file = /** @type {HTMLAnchorElement | null} */ (document.querySelector('a[href*="/export.svg"]'));
  if (!file) continue;
  if (item) item.hidden = false;
  button.addEventListener("click", async () => save(await painted(file.href), button.dataset.png ?? ""));
}

/** @param {string} address  of an SVG file @returns {Promise<Blob>} */
async function painted(address) {
  const image = new Image();
  const source = URL.createObjectURL(await (await fetch(address)).blob());
  image.src = source;
  await image.decode();
  URL.revokeObjectURL(source);
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("This picture is too large for a PNG."))), "image/png"),
  );
}

/** @param {Blob} blob @param {string} name */
function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Outlines that cross the 180th meridian, made whole: without this a line would run across the map. */

/** @typedef {[number, number][]} Ring  longitude and latitude, in degrees */

/**
 * A ring whose neighbours never lie more than half a turn apart; it may reach beyond 180 degrees.
 *
 * @param {Ring} ring
 * @returns {Ring}
 */
export function unwrapped(ring) {
  let turn = 0;
  return ring.map(([longitude, latitude], index) => {
    const before = index ? ring[index - 1][0] : longitude;
    if (longitude - before > 180) turn -= 360;
    if (before - longitude > 180) turn += 360;
    return [longitude + turn, latitude];
  });
}

/** A GeoJSON feature with all its rings unwrapped. */
export function whole(country) {
  const { type, coordinates } = country.geometry;
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  const rings = polygons.map((polygon) => polygon.map(unwrapped));
  return { ...country, geometry: { type: "MultiPolygon", coordinates: rings } };
}

/** Builds the bench page; the product's bundle knows nothing of it. */
const here = new URL(".", import.meta.url).pathname;

export default {
  root: here,
  base: "./",
  resolve: { alias: { "@": new URL("../../../../frontend/src", import.meta.url).pathname } },
  build: { target: "es2022", minify: true, chunkSizeWarningLimit: 4000 },
};

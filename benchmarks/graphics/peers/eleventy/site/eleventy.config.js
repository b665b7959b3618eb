// A site with eleventy-plugin-og-image. The name of a picture is the name of its page: the plugin's
// own way, a hash, would turn the fonts into text for every picture and take far longer.
import { readFileSync } from "node:fs";
import ogImage from "eleventy-plugin-og-image";

const font = (weight, file) => ({ name: "Sans", weight, style: "normal", data: readFileSync(file) });

export default function (config) {
  const cards = process.env.CARDS === "true";
  config.addGlobalData("layout", cards ? "with-card.njk" : "without-card.njk");
  config.addGlobalData("practice", "Crane Creek Family Practice");
  if (!cards) return;
  config.addPlugin(ogImage, {
    outputFileExtension: process.env.FORMAT,
    outputFileSlug: async (image) => image.data.page.fileSlug,
    satoriOptions: { fonts: [font(700, "bold.ttf"), font(400, "regular.ttf")] },
  });
}

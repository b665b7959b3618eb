// satori lays out and draws to SVG, resvg-js makes a PNG of it. Fonts are read once.
import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
import { fonts, measure } from "./job.mjs";

const text = (words, style) => ({ type: "div", props: { children: words, style } });

const card = ({ title, summary, practice }) => ({
  type: "div",
  props: {
    style: {
      display: "flex", flexDirection: "column", boxSizing: "border-box", width: 1200, height: 630,
      padding: 80, background: "#f7f4ee", color: "#0f3d4c", fontFamily: "Sans",
    },
    children: [
      text(title, { fontSize: 64, fontWeight: 700, lineHeight: 1.1 }),
      text(summary, { fontSize: 32, marginTop: 32, flexGrow: 1 }),
      text(practice, { fontSize: 28, fontWeight: 700 }),
    ],
  },
});

await measure(async (words) => {
  const svg = await satori(card(words), { width: 1200, height: 630, fonts });
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}, "png");

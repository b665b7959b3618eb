// takumi lays out, draws and encodes in one native call. PNG is its quickest format. Fonts are
// registered once.
import { Renderer } from "@takumi-rs/core";
import { fonts, measure } from "./job.mjs";

const text = (words, style) => ({ type: "text", text: words, style });

const card = ({ title, summary, practice, lang }) => ({
  type: "container",
  dir: lang === "ar" ? "rtl" : "ltr",
  style: {
    display: "flex", flexDirection: "column", width: 1200, height: 630, padding: 80,
    backgroundColor: "#f7f4ee", color: "#0f3d4c", fontFamily: "Sans",
  },
  children: [
    text(title, { fontSize: 64, fontWeight: 700, lineHeight: 1.1 }),
    text(summary, { fontSize: 32, marginTop: 32, flexGrow: 1 }),
    text(practice, { fontSize: 28, fontWeight: 700 }),
  ],
});

const size = { width: 1200, height: 630 };
const renderer = new Renderer();
for (const font of fonts) await renderer.registerFont(font);

await measure(
  (words) => renderer.render(card(words), { ...size, format: "png", lang: words.lang }),
  "png",
);

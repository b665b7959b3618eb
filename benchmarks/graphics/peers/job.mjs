// What the engines of node have in common: reads a job, draws its posts one after another, and
// prints the CPU milliseconds (all threads) and the bytes of each picture.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const job = JSON.parse(readFileSync(process.argv[2], "utf8"));

export const fonts = [
  { name: "Sans", weight: 700, style: "normal", data: readFileSync(job.fonts.bold) },
  { name: "Sans", weight: 400, style: "normal", data: readFileSync(job.fonts.regular) },
];

export async function measure(draw, extension) {
  const spent = [];
  const sizes = [];
  for (const [number, words] of job.posts.entries()) {
    const before = process.cpuUsage();
    const picture = await draw(words);
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1000);
    sizes.push(picture.length);
    if (job.keep) writeFileSync(join(job.keep, `${number}.${extension}`), picture);
  }
  console.log(JSON.stringify({ cpu_ms: spent, bytes: sizes }));
}

// Records what npm rss-parser, which n8n and Postiz read feeds with, takes from our sample feeds.
// Run by a maintainer, never by the build or the tests:
//
//     mkdir /tmp/parser && cd /tmp/parser && npm install rss-parser@3.13.0
//     cd <project> && .venv/bin/python -m tests.scheduler_feeds.samples > /tmp/parser/feeds.json
//     node tests/scheduler_feeds/record_rss_parser.mjs /tmp/parser
//
// Writes tests/scheduler_feeds/fixtures/rss_parser.json: by path, the hash of the feed and its items as parsed.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = process.argv[2]
const Parser = createRequire(join(folder, 'node_modules', 'x.js'))('rss-parser')
const feeds = JSON.parse(readFileSync(join(folder, 'feeds.json'), 'utf8'))
const fields = ['title', 'link', 'guid', 'id', 'isoDate', 'content', 'content:encoded', 'summary', 'enclosure', 'categories']

const answers = {}
for (const [path, xml] of Object.entries(feeds)) {
  const feed = await new Parser().parseString(xml)
  answers[path] = {
    sha256: createHash('sha256').update(xml, 'utf8').digest('hex'),
    title: feed.title,
    link: feed.link,
    feedUrl: feed.feedUrl,
    items: feed.items.map((item) => Object.fromEntries(fields.filter((name) => name in item).map((name) => [name, item[name]]))),
  }
}
const here = dirname(fileURLToPath(import.meta.url))
writeFileSync(join(here, 'fixtures', 'rss_parser.json'), JSON.stringify(answers, null, 1) + '\n')

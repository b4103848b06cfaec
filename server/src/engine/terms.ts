/** What an office says of its words, in a configuration: which to avoid, and which series must be said whole. */
import type { Member, RecordOf } from './options.ts';

/** One line of the list 避免 → 改用. */
export const termMembers = {
  avoid: { type: 'string', required: true, description: '要避免的词。' },
  prefer: { type: 'string', description: '改用的词；不写就只提醒。' },
  reason: { type: 'string', description: '为什么，写进提示里，如“2019年机构改革后的名称”。' },
  source: { type: 'string', description: '依据的文件，写进提示里。' },
  from: { type: 'date', description: '从哪一天起，如 "2026-07-01"；日期更早的讲稿不报。' },
  to: { type: 'date', description: '到哪一天止；日期更晚的和没有写日期的讲稿不报。' },
  near: { type: 'strings', description: '同一句里有这些词之一才报。' },
  except: { type: 'strings', description: '在这些更长的词里不报，如避免“国土局”时的“国土局域网”。' },
  beside: { type: 'boolean', description: '同一份讲稿里也写了改用的词才报：新旧名称混用。' },
  case: { type: 'boolean', description: '英文字母区分大小写；不写是不分。' },
} as const satisfies Readonly<Record<string, Member>>;

export type Term = RecordOf<typeof termMembers>;

/** A series with a name, of which nothing may be left out or moved. */
export const formulationMembers = {
  name: { type: 'string', required: true, description: '名称，如“三个聚焦”。' },
  items: { type: 'strings', required: true, description: '各项，按先后顺序。' },
  source: { type: 'string', description: '出处，写进提示里。' },
} as const satisfies Readonly<Record<string, Member>>;

export type Formulation = RecordOf<typeof formulationMembers>;

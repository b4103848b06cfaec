/** The build of each speech part by part: what is there, what is thin, what is missing. */
import type { Document } from '../document/document.ts';
import { addLengths, noLength, secondsOf } from '../document/length.ts';
import type { MissingPart, SpeechStructure } from '../document/structure.ts';
import type { Edit } from '../engine/problem.ts';
import { skeletonOf } from '../engine/skeleton.ts';
import type { Span } from '../text/span.ts';
import { overrun } from './length.ts';

export interface BuiltPart {
  readonly role: string;
  readonly name: string;
  readonly state: 'present' | 'thin' | 'missing' | 'absent';
  /** Headings, or the first words of what has none. */
  readonly headings: readonly string[];
  readonly span: Span | undefined;
  readonly characters: number;
  readonly seconds: number;
  /** Seconds of it that come after the time the speech may take. */
  readonly over: number;
}

/** One speech after its profile. */
export interface Build {
  readonly title: string;
  readonly profile: string;
  readonly reason: string;
  /** Seconds beyond the time that the speech may take. */
  readonly over: number;
  /** In the order of the profile; `absent` is what is missing but need not be there. */
  readonly parts: readonly BuiltPart[];
}

/** A part with less than this share of the least that is usual is thin. */
const thin = 0.6;

/** The speeches that follow a profile. `rate`: characters a minute; `minutes`: that each may take, 0 for any. */
export function buildsOf(document: Document, rate: number, minutes = 0): readonly Build[] {
  return document.structure.flatMap((structure) => {
    const { profile, speech, reason, parts, missing } = structure;
    if (profile === undefined) return [];
    const start = document.paragraphs[speech.first]?.start ?? 0;
    const elapsedAt = (end: number): number => secondsOf(document.lengthOf({ start, end }), rate);
    const end = document.paragraphs[speech.end - 1]?.end ?? 0;
    const whole = document.lengthOf({ start, end }).characters;
    const elapsed = elapsedAt(end);
    return [
      {
        title: speech.title === undefined ? '' : document.slice(speech.title).replace(/\s+/g, ' '),
        profile: profile.name,
        reason,
        over: overrun({ seconds: elapsed, elapsed }, minutes),
        parts: profile.parts.map((part): BuiltPart => {
          const found = parts.filter((each) => each.part === part);
          const length = found.reduce((sum, { span }) => addLengths(sum, document.lengthOf(span)), noLength);
          const least = part.share?.[0] ?? 0;
          return {
            role: part.role,
            name: part.name,
            state:
              found.length === 0
                ? missing.some((gap) => gap.part === part)
                  ? 'missing'
                  : 'absent'
                : part.place === 'section' && length.characters < whole * least * thin
                  ? 'thin'
                  : 'present',
            headings: found.map(({ node, span }) =>
              node === undefined
                ? document.text.slice(span.start, Math.min(span.end, span.start + 24)).replace(/\s+/g, ' ')
                : `${node.written.marker}${node.written.title}`,
            ),
            span: found[0]?.span,
            characters: length.characters,
            seconds: secondsOf(length, rate),
            over: found.reduce(
              (sum, { span }) =>
                sum +
                overrun({ seconds: secondsOf(document.lengthOf(span), rate), elapsed: elapsedAt(span.end) }, minutes),
              0,
            ),
          };
        }),
      },
    ];
  });
}

/** The edits that insert the skeleton of a missing part into the speech with the index `build` of `buildsOf`; undefined when it is not missing. */
export function insertRole(document: Document, build: number, role: string): readonly Edit[] | undefined {
  const structure: SpeechStructure | undefined = document.structure.filter(({ profile }) => profile !== undefined)[
    build
  ];
  const gap: MissingPart | undefined = structure?.missing.find(({ part }) => part.role === role);
  return structure === undefined || gap === undefined ? undefined : skeletonOf(document, structure, gap);
}

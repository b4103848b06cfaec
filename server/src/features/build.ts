/** The build of each speech part by part: what is there, what is thin, what is missing. */
import type { Document } from '../document/document.ts';
import { addLengths, noLength, secondsOf } from '../document/length.ts';
import type { MissingPart, SpeechStructure } from '../document/structure.ts';
import type { Edit } from '../engine/problem.ts';
import { skeletonOf } from '../engine/skeleton.ts';
import type { Span } from '../text/span.ts';

export interface BuiltPart {
  readonly role: string;
  readonly name: string;
  readonly state: 'present' | 'thin' | 'missing' | 'absent';
  /** Headings, or the first words of what has none. */
  readonly headings: readonly string[];
  readonly span: Span | undefined;
  readonly characters: number;
  readonly seconds: number;
}

/** One speech after its profile. */
export interface Build {
  readonly title: string;
  readonly profile: string;
  readonly reason: string;
  /** In the order of the profile; `absent` is what is missing but need not be there. */
  readonly parts: readonly BuiltPart[];
}

/** A part with less than this share of the least that is usual is thin. */
const thin = 0.6;

/** The speeches that follow a profile. `rate`: characters a minute. */
export function buildsOf(document: Document, rate: number): readonly Build[] {
  return document.structure.flatMap((structure) => {
    const { profile, speech, reason, parts, missing } = structure;
    if (profile === undefined) return [];
    const whole = document.lengthOf({
      start: document.paragraphs[speech.first]?.start ?? 0,
      end: document.paragraphs[speech.end - 1]?.end ?? 0,
    }).characters;
    return [
      {
        title: speech.title === undefined ? '' : document.slice(speech.title).replace(/\s+/g, ' '),
        profile: profile.name,
        reason,
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
                : `${node.marker}${node.title}`,
            ),
            span: found[0]?.span,
            characters: length.characters,
            seconds: secondsOf(length, rate),
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

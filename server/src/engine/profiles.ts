/** The profiles that hold for a draft: the built-in ones, and those of the configuration over them. */
import type { DocumentOptions, Format } from '../document/document.ts';
import { builtInProfiles, type Profile } from '../document/profiles.ts';
import type { Settings } from './configuration.ts';

/** What of a configuration decides how the build of a speech is read. */
export type StructureSettings = Partial<Pick<Settings, 'profile' | 'profiles'>>;

const merged = new WeakMap<object, readonly Profile[]>();

function profilesOf(given: Settings['profiles']): readonly Profile[] {
  if (given === undefined) return builtInProfiles;
  let profiles = merged.get(given);
  if (profiles === undefined) {
    const own = given.map(
      ({ id, name, titles = [], recognised = 0, parts }): Profile => ({
        id,
        name,
        titles,
        recognised,
        parts: parts.map(({ role, name: part, place, required = true, headings = [], cues = [], skeleton = part }) => ({
          role,
          name: part,
          place,
          required,
          headings,
          cues,
          skeleton,
        })),
      }),
    );
    profiles = [...own, ...builtInProfiles.filter(({ id }) => !own.some((profile) => profile.id === id))];
    merged.set(given, profiles);
  }
  return profiles;
}

/** How a draft is to be read, after its configuration. */
export const documentOptions = (
  format: Format,
  { profile, profiles }: StructureSettings,
): Omit<DocumentOptions, 'previous' | 'known'> => ({
  format,
  profiles: profilesOf(profiles),
  ...(profile !== undefined && { profile }),
});

import type {Place} from '../../errors.ts';
import type {Block} from './block.ts';

/** The sections a lesson may have, with the heading each is written under, in reading order. */
export const sectionTitles = {
  quick: 'Quick',
  standard: 'Standard',
  deep: 'Deep',
  dialogue: 'Dialogue',
  analogy: 'Analogy',
  'worked-example': 'Worked example',
  'break-it': 'Break it',
  'memory-aids': 'Memory aids',
  'at-work': 'At work',
  'further-reading': 'Further reading',
} as const;

/** The name of a section. */
export type SectionId = keyof typeof sectionTitles;
/** The names of all sections, in reading order. */
export const sectionIds = Object.keys(sectionTitles) as readonly SectionId[];

/** One screenful of a section. */
export type Page = {readonly at: Place; readonly blocks: readonly Block[]};
/** A section of a lesson, in pages. */
export type Section = {readonly id: SectionId; readonly at: Place; readonly pages: readonly Page[]};

/** The section of that name, where the lesson has it. */
export function findSection(lesson: {readonly sections: readonly Section[]}, id: SectionId): Section | undefined {
  return lesson.sections.find(section => section.id === id);
}

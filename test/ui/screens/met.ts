import {progressAfter} from '../../helpers/tutor.ts';

/** Progress of someone who has passed over both lessons of the miniature course, missed a question and half done a quiz. */
export const met = progressAfter(
  {type: 'lesson_skipped', lesson: 'scaling', skipped: true},
  {type: 'lesson_skipped', lesson: 'neighbours', skipped: true},
  {type: 'time_spent', lesson: 'scaling', seconds: 4000},
  {
    type: 'quiz_started',
    attempt: {
      id: 'a',
      kind: 'lesson',
      lesson: 'scaling',
      started: '2026-03-01T09:00:00.000Z',
      questions: ['why-scale', 'scaler-rows'],
      answers: [],
    },
  },
  {
    type: 'question_answered',
    attempt: 'a',
    answer: {question: 'why-scale', correct: false, share: 0, sure: true, at: '2026-03-01T09:00:00.000Z'},
  },
);

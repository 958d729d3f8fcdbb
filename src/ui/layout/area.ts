/** The room a part of the screen has, in character cells. */
export type Area = {readonly width: number; readonly height: number};

import {Box} from 'ink';
import {useKeyReducer} from '../keys/use-key-reducer.ts';
import {Field} from './Field.tsx';
import {StyledLine} from './StyledLines.tsx';

type Bounds = {readonly min?: number; readonly max?: number; readonly isInteger?: boolean};

/** Read a number as a person writes it; a string says in plain English what is wrong with it. */
export function readNumber(text: string, {min, max, isInteger = false}: Bounds): number | string {
  const trimmed = text.trim();
  const value = Number(trimmed.replace('−', '-'));
  if (trimmed === '' || !Number.isFinite(value)) return 'Write a number, such as 0.5.';
  if (isInteger && !Number.isInteger(value)) return 'Write a whole number.';
  if (min !== undefined && value < min) return `The smallest value is ${min}.`;
  if (max !== undefined && value > max) return `The largest value is ${max}.`;
  return value;
}

/** A field for a number; it says what is wrong on a second line, and hands over only a number within its bounds. */
export function NumberField(
  props: Bounds & {
    readonly width: number;
    readonly label?: string;
    readonly initialValue?: number;
    readonly isActive?: boolean;
    readonly onSubmit: (value: number) => void;
    readonly onCancel?: () => void;
  },
) {
  const {width, label, initialValue, isActive, onCancel} = props;
  const [problem, setProblem] = useKeyReducer(
    (_: string, problem: string) => problem,
    () => '',
  );
  const submit = (text: string) => {
    const value = readNumber(text, props);
    if (typeof value === 'number') props.onSubmit(value);
    else setProblem(value);
  };
  return (
    <Box flexDirection="column" width={width} height={2} flexShrink={0}>
      <Field
        width={width}
        {...(label !== undefined && {label})}
        {...(initialValue !== undefined && {initialText: String(initialValue)})}
        {...(isActive !== undefined && {isActive})}
        {...(onCancel && {onCancel})}
        accepts={text => /^[-+−\d.eE ]*$/.test(text)}
        onChange={() => setProblem('')}
        onSubmit={submit}
      />
      <StyledLine line={[{text: problem, tone: 'bad'}]} width={width} />
    </Box>
  );
}

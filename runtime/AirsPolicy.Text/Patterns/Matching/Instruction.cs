namespace AirsPolicy.Text.Patterns.Matching;

/// <summary>One step of a program; what A and B are is said by the operation.</summary>
internal readonly record struct Instruction(Operation Operation, int A = 0, int B = 0);

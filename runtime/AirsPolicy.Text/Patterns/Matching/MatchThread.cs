namespace AirsPolicy.Text.Patterns.Matching;

/// <summary>A match under way: where its program stands, and where in the text it began.</summary>
internal readonly record struct MatchThread(int Instruction, int Start);

using AirsPolicy.Runtime.Collections;

namespace AirsPolicy.Runtime.Programs.Tables;

/// <summary>A judge of the policy.</summary>
/// <param name="Name">Its qualified name.</param>
/// <param name="Control">The control that its rules are, by number.</param>
/// <param name="Ask">Which rule of that control asks it.</param>
/// <param name="Inline">The decision waits for it; else it is asked afterwards.</param>
/// <param name="Models">The models that answer, by the names the host knows them by; each once, at least one.</param>
/// <param name="Provider">Who provides them, or null.</param>
/// <param name="Quorum">How many of them have to answer, at least 1.</param>
/// <param name="Timeout">How long they may take, in ticks of 100 ns; null where nothing is said.</param>
/// <param name="Places">Where it stands.</param>
public sealed record JudgeTable(
    string Name, int Control, int Ask, bool Inline, ValueList<string> Models, string? Provider, int Quorum, long? Timeout, ValueList<JudgePlaceTable> Places);

/// <summary>A judge at one decision point.</summary>
/// <param name="Point">The point, by number.</param>
/// <param name="Answers">The slots of the answers of its models.</param>
/// <param name="Unanswered">The slot of the cause for which there is no answer.</param>
/// <param name="Prompt">What it is asked, in order.</param>
public sealed record JudgePlaceTable(int Point, ValueList<int> Answers, int Unanswered, ValueList<PromptPartTable> Prompt);

/// <summary>A part of a prompt: fixed text, or the value of a fact.</summary>
/// <param name="Text">The fixed text; null for a value.</param>
/// <param name="Path">The names on the wire that lead to the value; empty for fixed text.</param>
public sealed record PromptPartTable(string? Text, ValueList<string> Path);

using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;

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
/// <param name="Places">Where it stands, at least one.</param>
/// <param name="Precedents">What it can be shown of what was judged before, in the order of the file.</param>
/// <param name="MostPrecedents">How many of them it is shown at most.</param>
/// <param name="Calibration">By what it is measured, at the first of its places; null where nothing is said, or another judge is.</param>
public sealed record JudgeTable(
    string Name,
    int Control,
    int Ask,
    bool Inline,
    ValueList<string> Models,
    string? Provider,
    int Quorum,
    long? Timeout,
    ValueList<JudgePlaceTable> Places,
    ValueList<JudgedCase> Precedents,
    int MostPrecedents,
    CalibrationTable? Calibration);

/// <summary>By what a judge is measured.</summary>
/// <param name="Cases">The cases, at least one.</param>
/// <param name="Bars">How well it has to do.</param>
public sealed record CalibrationTable(ValueList<JudgedCase> Cases, CalibrationBars Bars);

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

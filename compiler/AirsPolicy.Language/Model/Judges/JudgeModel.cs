using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Model.Judges;

/// <summary>
/// A declared judge. Its rules are those of its control; its answers are the facts <see cref="AirsPolicy.Runtime.Facts.JudgeFact"/> of the
/// points at which it stands.
/// </summary>
/// <param name="Name">Its qualified name.</param>
/// <param name="Control">The id of the control that its rules are.</param>
/// <param name="Ask">
/// The ordinal of the rule of that control which asks it; it fails where the judge should have answered and has not.
/// </param>
/// <param name="Inline">The decision waits for it; else it is asked afterwards.</param>
/// <param name="Mode">How far it is trusted.</param>
/// <param name="Models">The models that answer, by the names the host knows them by; each once, at least one.</param>
/// <param name="Provider">Who provides them, or null.</param>
/// <param name="Quorum">How many of them have to answer, at least 1.</param>
/// <param name="Timeout">How long they may take, in ticks of 100 ns; null where nothing is said.</param>
/// <param name="Sample">The least share of requests that it judges whatever the facts, in millionths.</param>
/// <param name="Returns">What an answer is.</param>
/// <param name="Places">Where it stands.</param>
/// <param name="Precedents">What it is shown of what was judged before, or null.</param>
/// <param name="Calibration">By what it is measured, or null.</param>
/// <param name="Place">Where it is declared.</param>
/// <param name="Families">The families that its models are of; empty where nothing is said.</param>
public sealed record JudgeModel(
    string Name,
    string Control,
    int Ask,
    bool Inline,
    JudgeMode Mode,
    ValueList<string> Models,
    string? Provider,
    int Quorum,
    long? Timeout,
    long Sample,
    RecordShape Returns,
    ValueList<JudgePlaceModel> Places,
    PrecedentsModel? Precedents,
    CalibrationModel? Calibration,
    SourcePlace Place,
    ValueList<string> Families = default);

/// <summary>What a judge is shown of what was judged before.</summary>
/// <param name="Most">How many precedents at most.</param>
/// <param name="Cases">The precedents that stand, in the order of the file.</param>
public sealed record PrecedentsModel(int Most, ValueList<JudgedCase> Cases);

/// <summary>By what a judge is measured.</summary>
/// <param name="Cases">The cases of a file; empty where it is measured by another judge.</param>
/// <param name="Against">The qualified name of that judge, or null.</param>
/// <param name="Bars">How well it has to do.</param>
/// <param name="Place">Where it is written.</param>
public sealed record CalibrationModel(ValueList<JudgedCase> Cases, string? Against, CalibrationBars Bars, SourcePlace Place);

/// <summary>How far a judge is trusted.</summary>
public enum JudgeMode
{
    /// <summary>What it says follows.</summary>
    Operational = 0,

    /// <summary>It flags and tells people, and stops nothing.</summary>
    Advisory = 1,

    /// <summary>What it says is recorded and compared, and followed nowhere.</summary>
    Shadow = 2,
}

/// <summary>A judge at one decision point.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Prompt">What it is asked, in order.</param>
public sealed record JudgePlaceModel(string Point, ValueList<PromptPart> Prompt);

/// <summary>A part of a prompt: fixed text, or the value of a fact, which nobody vouches for.</summary>
/// <param name="Text">The fixed text; null for a value.</param>
/// <param name="Path">The names on the wire that lead to the value; empty for fixed text.</param>
public sealed record PromptPart(string? Text, ValueList<string> Path);

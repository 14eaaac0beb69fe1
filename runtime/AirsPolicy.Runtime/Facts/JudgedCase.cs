using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Facts;

/// <summary>
/// Something that was judged before, with the right answer: a precedent that a judge is shown, or a case by which it is measured.
/// </summary>
/// <param name="Line">The line of its file, from 1.</param>
/// <param name="Shown">What the values of the prompt were, in the order in which the prompt shows them, as they are shown.</param>
/// <param name="Facts">The same as facts of the point, one JSON object.</param>
/// <param name="Answer">The right answer, one JSON object.</param>
/// <param name="Verdict">What the answer says in names and truths alone.</param>
/// <param name="Because">Why, or null.</param>
/// <param name="Until">The last day on which it counts (<see cref="DateOnly.DayNumber"/>), or null.</param>
public sealed record JudgedCase(
    int Line,
    ValueList<string> Shown,
    string Facts,
    string Answer,
    string Verdict,
    string? Because,
    int? Until);

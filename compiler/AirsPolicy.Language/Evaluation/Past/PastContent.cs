using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Values;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>What a decision brings into its session once it goes on.</summary>
/// <param name="Session">The session, or null where it cannot be told: then it may be any.</param>
/// <param name="Texts">Its texts.</param>
/// <param name="Origins">What the texts are labelled.</param>
/// <param name="IsIncomplete">There were texts of which nothing is known.</param>
/// <param name="Labels">The labels that the session carries from then on.</param>
/// <param name="Remembered">The key of the item of memory that is written, or null.</param>
/// <param name="Recalled">The key of the item of memory that is read, or null.</param>
internal sealed record PastContent(
    Value? Session,
    ValueList<string> Texts,
    ValueList<string> Origins,
    bool IsIncomplete,
    ValueList<string> Labels,
    string? Remembered = null,
    string? Recalled = null);

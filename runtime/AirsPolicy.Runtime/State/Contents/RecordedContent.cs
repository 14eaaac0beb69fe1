using AirsPolicy.Collections;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State.Contents;

/// <summary>What a decision brings into its session once it goes on.</summary>
/// <param name="Session">The session, or null where it cannot be told: then it may be any.</param>
/// <param name="Labels">The labels that the session carries from then on.</param>
/// <param name="Texts">The texts in which values are looked for.</param>
/// <param name="IsIncomplete">There were other texts, of which nothing is known.</param>
/// <param name="Remembered">The item of memory that is written, or null.</param>
/// <param name="Recalled">The item of memory that is read, or null.</param>
public sealed record RecordedContent(
    StateKey? Session,
    ulong Labels,
    ValueList<RecordedText> Texts,
    bool IsIncomplete,
    StateKey? Remembered = null,
    StateKey? Recalled = null);

/// <summary>A text that came into a session.</summary>
/// <param name="Origins">What it is labelled, at least one bit.</param>
/// <param name="Text">The text.</param>
public sealed record RecordedText(ulong Origins, string Text);

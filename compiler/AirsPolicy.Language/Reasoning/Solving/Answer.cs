namespace AirsPolicy.Language.Reasoning.Solving;

/// <summary>What came of asking whether some formulas can all be true.</summary>
internal enum AnswerKind
{
    /// <summary>They cannot: that is proved.</summary>
    Impossible = 0,

    /// <summary>As far as the theory knows they can.</summary>
    Possible = 1,

    /// <summary>More ways would have had to be looked at than the bound allows.</summary>
    Undecided = 2,
}

/// <summary>An answer.</summary>
/// <param name="Kind">What came of it.</param>
/// <param name="Model">Where they can: what would have to be true and false.</param>
internal sealed record Answer(AnswerKind Kind, Assignment? Model = null)
{
    public static Answer Impossible { get; } = new(AnswerKind.Impossible);

    public static Answer Undecided { get; } = new(AnswerKind.Undecided);

    /// <summary>It is proved that they cannot.</summary>
    public bool IsImpossible => Kind == AnswerKind.Impossible;
}

namespace AirsPolicy.Language.Analysis.Costs;

/// <summary>Who is outside of a decision and asked for it: what is waited for, and costs what its provider asks.</summary>
/// <param name="Kind">Who is asked.</param>
/// <param name="Name">The judge, the classifier, or the provider.</param>
/// <param name="Times">How often: the models of a judge.</param>
/// <param name="Within">How long that may take, in ticks of 100 ns; null where the policy sets no time.</param>
internal sealed record OutsideQuestion(OutsideKind Kind, string Name, int Times, long? Within);

/// <summary>Who is asked.</summary>
internal enum OutsideKind
{
    /// <summary>A provider of a fact.</summary>
    Provider = 0,

    /// <summary>A classifier, once the facts are there.</summary>
    Classifier = 1,

    /// <summary>A judge that the decision waits for, once the rules let it go on.</summary>
    Judge = 2,

    /// <summary>A judge that is asked once the decision is made: it is paid for, and nobody waits.</summary>
    LaterJudge = 3,
}

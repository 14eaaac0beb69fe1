namespace AirsPolicy.Runtime.Facts;

/// <summary>
/// What a classifier of the host says of the text of a decision point is a fact of that point: a share under the name of the classifier. So
/// it is recorded with the decision, and whoever decides again takes it from there.
/// </summary>
public static class ClassifierFact
{
    // No declared name holds a colon, so that nothing else can be meant.
    private const string Prefix = "classifier:";

    /// <summary>The name of the fact, in the language and on the wire (<c>classifier:toxicity</c>).</summary>
    /// <param name="classifier">The classifier, by the name that policy and host know it by.</param>
    public static string Of(string classifier) => Prefix + classifier;

    /// <summary>The classifier that gives a fact; null for a fact that none gives.</summary>
    public static string? ClassifierOf(string fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.StartsWith(Prefix, StringComparison.Ordinal) ? fact[Prefix.Length..] : null;
    }
}

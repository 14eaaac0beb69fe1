namespace AirsPolicy.Runtime.Facts;

/// <summary>
/// Whether a request is in the sample of a judge or queue hangs on its draw, which is a fact of the decision point: a share, below which it
/// is. It is recorded with the decision, and whoever decides again takes it from there.
/// </summary>
public static class DrawFact
{
    // No declared name holds a colon, so that nothing else can be meant.
    private const string Prefix = "draw:";

    /// <summary>The name of the fact (<c>draw:shop.conduct</c>).</summary>
    /// <param name="name">The qualified name of the judge or queue.</param>
    public static string Of(string name) => Prefix + name;

    /// <summary>The judge or queue for whose sample a fact is the draw; null for any other fact.</summary>
    public static string? DrawnFor(string fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.StartsWith(Prefix, StringComparison.Ordinal) ? fact[Prefix.Length..] : null;
    }
}

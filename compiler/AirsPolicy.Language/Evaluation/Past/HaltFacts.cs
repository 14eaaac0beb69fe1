using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Points;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>
/// What the facts of a decision say of halts: whose it is, at <c>recovery</c> what is to be lifted, and at <c>session</c> what is to end.
/// </summary>
internal sealed class HaltFacts(PolicyPoints points)
{
    private static readonly string[] s_scopes = [.. Enum.GetValues<HaltScope>().Select(scope => scope.ToString().ToLowerInvariant())];

    /// <summary>What they say, or null where there is no such point.</summary>
    public HaltFactsOf? At(string point, FactFrame facts)
    {
        if (points.Find(point) is not { } standing)
            return null;
        var places = standing.PlacesFor(facts).Places;
        var source = new FactSource(places, facts);
        var ids = Array.ConvertAll(s_scopes, scope => (Read([scope, "id"]) as TextValue)?.Text);
        var ends = point == PointNames.Session && NameAt("session_event") == "ends";
        return new HaltFactsOf(
            ids,
            (Read(["now"]) as NumberValue)?.Number,
            point == PointNames.Recovery,
            Lifted(),
            ends ? ids[(int)HaltScope.Session] : null);

        Value? Read(ValueList<string> path) => places.Find(path) is null ? null : source.Read(path);

        string? NameAt(params string[] path) =>
            Read([.. path]) is NumberValue name && places.Find([.. path])!.Shape is EnumShape names ? names.Names[(int)name.Number] : null;

        (HaltScope, string?)? Lifted() =>
            point == PointNames.Recovery && NameAt("recovery", "action") == "lift" && NameAt("recovery", "scope") is { } scope
                ? (Enum.Parse<HaltScope>(scope, ignoreCase: true), (Read(["recovery", "id"]) as TextValue)?.Text)
                : null;
    }
}

/// <summary>What the facts of one decision say of halts and ends.</summary>
/// <param name="Ids">The id of each kind that can be halted, or null where it is not said.</param>
/// <param name="Now">The time, or null.</param>
/// <param name="IsRecovery">Halts do not stand there.</param>
/// <param name="Lifted">What is to be lifted, or null.</param>
/// <param name="Ends">The session that is to end, or null.</param>
internal sealed record HaltFactsOf(string?[] Ids, long? Now, bool IsRecovery, (HaltScope Scope, string? Id)? Lifted, string? Ends);

using System.Collections.Immutable;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>A scheme with its tiers, before its conditions are bound.</summary>
/// <param name="Symbol">Its declaration.</param>
/// <param name="Profile">What it asks of a system.</param>
/// <param name="Tiers">Its tiers, rising.</param>
/// <param name="Ladder">The tiers that a score leads to, each with the highest score that is still in it.</param>
/// <param name="Declarations">The declarations of tiers in it, of all packages.</param>
internal sealed record BoundScheme(
    Symbol Symbol,
    RecordShape Profile,
    EnumShape Tiers,
    ImmutableArray<(string Tier, long? UpTo)> Ladder,
    ImmutableArray<DeclaredTier> Declarations)
{
    public bool Equals(BoundScheme? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Symbol.GetHashCode();
}

/// <summary>A declaration of a tier, maybe one of several in different packages.</summary>
internal sealed record DeclaredTier(PackageSymbol Package, TierDeclarationSyntax Syntax, long? Rank);

/// <summary>A tier of a scheme.</summary>
/// <param name="Tiers">The tiers of the scheme, rising.</param>
/// <param name="Index">Which of them.</param>
internal readonly record struct BoundTier(EnumShape Tiers, int Index)
{
    public string Name => Tiers.Names[Index];

    public ConstantExpression At(SourcePlace place) => new((long)Index, Tiers, place);
}

/// <summary>That the system stands in a tier of a declared scheme.</summary>
internal sealed record BoundStatus(BoundScheme Scheme, BoundTier Tier, SystemTierMemberSyntax Syntax)
{
    /// <summary>What the system says of itself that the scheme asks for, as JSON.</summary>
    public System.Text.Json.Nodes.JsonObject Profile { get; } = [];
}

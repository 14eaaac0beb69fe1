using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Symbols;

/// <summary>A declared name of a package. What it means is worked out by the binder of its kind, when it is needed.</summary>
/// <param name="Package">The package that declares it.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Name">The bare name.</param>
/// <param name="Declaration">The name in its declaration.</param>
/// <param name="Syntax">The declaration.</param>
internal sealed record Symbol(PackageSymbol Package, SymbolKind Kind, string Name, SyntaxToken Declaration, DeclarationSyntax Syntax)
{
    /// <summary>The name behind that of its package (<c>shop.refunds.refund</c>).</summary>
    public string QualifiedName { get; } = $"{Package.Name}.{Name}";

    public bool Equals(Symbol? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Declaration.GetHashCode();

    public override string ToString() => QualifiedName;
}

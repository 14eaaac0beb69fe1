using System.Collections.Immutable;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Symbols.Packages;

/// <summary>A package before binding: the files of one folder that carry the same header.</summary>
/// <param name="Name">The name in the header (<c>shop.refunds</c>).</param>
/// <param name="Trees">Its files, ordered by name.</param>
/// <param name="Files">The other files beside them: schemas, terms, cases.</param>
public sealed record PackageSyntax(string Name, ImmutableArray<SyntaxTree> Trees, IPackageFiles Files)
{
    /// <summary>It is the copy that ships with the compiler, in which everything was found to be right before.</summary>
    internal bool IsShipped { get; init; }
}

using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Symbols.Catalogues;

/// <summary>A catalogue that a package takes in.</summary>
/// <param name="Catalogue">The catalogue.</param>
/// <param name="Named">Where its name or its file is written.</param>
/// <param name="File">The text of its file; null where it ships with the compiler.</param>
internal sealed record TakenCatalogue(Catalogue Catalogue, SyntaxToken Named, string? File);

namespace AirsPolicy.Language.Syntax;

/// <summary>A declaration at the top of a file.</summary>
internal abstract record DeclarationSyntax : SyntaxNode
{
    /// <summary>The word that opens the declaration.</summary>
    public abstract SyntaxToken Keyword { get; init; }

    /// <summary>The lines of documentation directly above, without their slashes; null if there are none.</summary>
    public string? Documentation
    {
        get
        {
            List<string>? lines = null;
            foreach (var trivia in Keyword.LeadingTrivia)
            {
                if (trivia.Kind == TriviaKind.Documentation)
                    (lines ??= []).Add(Keyword.Source.Slice(trivia.Span)[3..].Trim().ToString());
                else if (trivia.Kind == TriviaKind.Comment)
                    lines = null;
            }

            return lines is null ? null : string.Join('\n', lines);
        }
    }
}

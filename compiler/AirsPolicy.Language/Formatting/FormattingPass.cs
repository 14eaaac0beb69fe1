using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Formatting;

/// <summary>
/// Lays out one file: two spaces a level; a block that its author wrote on one line stays there if it fits, with two spaces between
/// its members; any other block has one member a line. A member that does not fit is filled with a hanging indent.
/// At most one blank line is kept. docs/decisions says why.
/// </summary>
internal sealed class FormattingPass
{
    private const int Indent = 2, HangingIndent = 4, LineWidth = 110;

    private readonly SyntaxTree _tree;
    private readonly LineWriter _writer;
    private bool _commentEndsLine;

    public FormattingPass(SyntaxTree tree)
    {
        _tree = tree;
        var first = tree.Source.Content.AsSpan().IndexOfAny('\n', '\r');
        _writer = new LineWriter(first >= 0 && tree.Source.Content.AsSpan(first).StartsWith("\r\n") ? "\r\n" : "\n");
    }

    public string Run()
    {
        foreach (var element in _tree.Root.Children)
        {
            if (IsBroken(element))
                Verbatim(element);
            else if (element is SyntaxNode node)
                Line(node, 0, mayBeBlankBefore: true);
            else
                Comments(_tree.Root.EndOfFile, 0, mayBeBlankBefore: true);
        }

        return _writer.Finish();
    }

    private bool IsBroken(SyntaxElement element)
    {
        var span = element.FullSpan;
        foreach (var diagnostic in _tree.Diagnostics)
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Span.Start <= span.End && diagnostic.Span.End >= span.Start)
                return true;
        }

        // What was passed over belongs to the token behind it, maybe in the next declaration.
        return !_tree.Diagnostics.IsEmpty
            && element
                .Tokens()
                .Any(token => token.HasLeadingTrivia && token.LeadingTrivia.Any(trivia => trivia.Kind == TriviaKind.Skipped));
    }

    private void Verbatim(SyntaxElement element)
    {
        var text = _tree.Source.Slice(element.FullSpan);
        var body = text.Trim(" \t\r\n");
        if (body.IsEmpty)
            return;
        var leading = text[..text.IndexOf(body, StringComparison.Ordinal)];
        if (leading.IndexOfAny('\n', '\r') >= 0)
            _writer.BlankLine();
        _writer.BeginLine(0);
        _writer.Write(body.ToString());
    }

    private void Line(SyntaxNode node, int indentation, bool mayBeBlankBefore)
    {
        _commentEndsLine = false;
        var construct = node is LimitDeclarationSyntax declaration ? declaration.Limit : node;
        Comments(construct.Tokens().First(), indentation, mayBeBlankBefore);
        _writer.BeginLine(indentation);
        if (construct.Children.LastOrDefault() is BlockSyntax block)
            WithBlock(construct, block, indentation);
        else if (construct is LimitMemberSyntax { Steps: [var first, ..] steps } && StandsOnLaterLine(construct, first))
            WithSteps(construct, steps, indentation);
        else
            Fill(Spacing.Flatten([construct]), indentation);
    }

    private bool StandsOnLaterLine(SyntaxNode construct, SyntaxNode part) =>
        _tree.Source.LineOf(construct.Span.Start) != _tree.Source.LineOf(part.Span.Start);

    private void WithSteps(SyntaxNode limit, SyntaxList<LimitStepSyntax> steps, int indentation)
    {
        Fill(Spacing.Flatten(limit.Children.Where(child => child is not LimitStepSyntax)), indentation);
        foreach (var step in steps)
            Line(step, indentation + Indent, mayBeBlankBefore: false);
    }

    private void WithBlock(SyntaxNode construct, BlockSyntax block, int indentation)
    {
        var line = Spacing.Flatten([construct]);
        if (WasOneLine(block) && indentation + line.Sum(piece => piece.Width) <= LineWidth)
        {
            Fill(line, indentation);
            return;
        }

        Fill(Spacing.Flatten([.. construct.Children.Where(child => child is not BlockSyntax), block.OpenBrace]), indentation);
        var mayBeBlankBefore = false;
        foreach (var member in block.Members)
        {
            Line(member, indentation + Indent, mayBeBlankBefore);
            mayBeBlankBefore = true;
        }

        Comments(block.CloseBrace, indentation + Indent, mayBeBlankBefore: false);
        _writer.BeginLine(indentation);
        Token(block.CloseBrace);
    }

    private bool WasOneLine(BlockSyntax block) =>
        _tree.Source.LineOf(block.OpenBrace.Span.Start) == _tree.Source.LineOf(block.CloseBrace.Span.Start);

    // A piece begins a line where it may and the pieces up to the next such place do not fit.
    private void Fill(List<Piece> pieces, int indentation)
    {
        var hanging = indentation + HangingIndent;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (i > 0 && (_commentEndsLine || HasCommentAbove(piece.Token)))
            {
                Comments(piece.Token, hanging, mayBeBlankBefore: false);
                _writer.BeginLine(hanging);
            }
            else if (piece.MayBreak && _writer.Column + SegmentWidth(pieces, i) > LineWidth)
            {
                _writer.BeginLine(hanging);
            }
            else
            {
                _writer.Spaces(piece.Gap);
            }

            Token(piece.Token);
        }
    }

    private static int SegmentWidth(List<Piece> pieces, int start)
    {
        var width = pieces[start].Width;
        for (var i = start + 1; i < pieces.Count && !pieces[i].MayBreak; i++)
            width += pieces[i].Width;
        return width;
    }

    private static bool HasCommentAbove(SyntaxToken token)
    {
        if (!token.HasLeadingTrivia)
            return false;
        foreach (var trivia in token.LeadingTrivia)
        {
            if (trivia.Kind is TriviaKind.Comment or TriviaKind.Documentation)
                return true;
        }

        return false;
    }

    private void Token(SyntaxToken token)
    {
        _writer.Write(token.Text);
        _commentEndsLine = false;
        foreach (var trivia in token.TrailingTrivia)
        {
            if (trivia.Kind is not (TriviaKind.Comment or TriviaKind.Documentation))
                continue;
            _writer.Spaces(2);
            _writer.Write(CommentText(trivia));
            _commentEndsLine = true;
        }
    }

    // The comments above a token, each on a line of its own. Behind a comment its own line break is no blank line.
    private void Comments(SyntaxToken token, int indentation, bool mayBeBlankBefore)
    {
        if (!token.HasLeadingTrivia)
            return;
        var breaks = 0;
        foreach (var trivia in token.LeadingTrivia)
        {
            if (trivia.Kind == TriviaKind.LineBreak)
            {
                breaks++;
            }
            else if (trivia.Kind is TriviaKind.Comment or TriviaKind.Documentation)
            {
                if (breaks > 0 && mayBeBlankBefore)
                    _writer.BlankLine();
                _writer.BeginLine(indentation);
                _writer.Write(CommentText(trivia));
                (breaks, mayBeBlankBefore) = (-1, true);
            }
        }

        if (breaks > 0 && mayBeBlankBefore && token.Kind is not (TokenKind.EndOfFile or TokenKind.CloseBrace))
            _writer.BlankLine();
    }

    private string CommentText(SyntaxTrivia trivia) => _tree.Source.Slice(trivia.Span).TrimEnd().ToString();
}

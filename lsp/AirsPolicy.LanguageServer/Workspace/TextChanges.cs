using System.Collections.Immutable;
using AirsPolicy.Language.Text;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.Text;
using Range = AirsPolicy.LanguageServer.Protocol.Range;
using TextEdit = AirsPolicy.LanguageServer.Protocol.TextEdit;

namespace AirsPolicy.LanguageServer.Workspace;

/// <summary>Positions and edits of the protocol on a text of ours; both count UTF-16 units.</summary>
internal static class TextChanges
{
    /// <summary>Applies changes one after the other: each is on the text that the one before it left.</summary>
    public static string Apply(SourceText source, ImmutableArray<ContentChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.Range is not { } range)
            {
                source = SourceText.From(change.Text);
                continue;
            }

            var span = SpanOf(source, range);
            source = SourceText.From(string.Concat(source.Content.AsSpan(0, span.Start), change.Text, source.Content.AsSpan(span.End)));
        }

        return source.Content;
    }

    /// <summary>The span of a range. Places past the text are its end, and a range that runs backwards is empty.</summary>
    public static TextSpan SpanOf(SourceText source, Range range)
    {
        var start = OffsetOf(source, range.Start);
        return new TextSpan(start, Math.Max(start, OffsetOf(source, range.End)));
    }

    public static int OffsetOf(SourceText source, Position position) =>
        source.OffsetOf(new LinePosition(position.Line, position.Character));

    public static Range RangeOf(SourceText source, TextSpan span) => new(PositionOf(source, span.Start), PositionOf(source, span.End));

    public static TextEdit EditOf(SourceText source, AirsPolicy.Language.Text.TextEdit edit) =>
        new(RangeOf(source, edit.Span), edit.NewText);

    private static Position PositionOf(SourceText source, int offset)
    {
        var place = source.PositionOf(offset);
        return new Position(place.Line, place.Column);
    }
}

using AirsPolicy.Text;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Language.Evaluation.Search;

/// <summary>A text that is searched, with the views of it that were asked for. For one question.</summary>
internal sealed class SearchedText(string text)
{
    private readonly Dictionary<TextViewKind, ReadView> _views = [];

    public string Text => text;

    /// <summary>What a search finds in a view, where it lies in the text itself.</summary>
    public List<Detection> InView(TextViewKind kind, Func<CodePoints, IReadOnlyList<TextSpan>> search)
    {
        if (!_views.TryGetValue(kind, out var read))
            _views.Add(kind, read = Read(kind));
        return search(read.CodePoints)
            .Select(match => read.View.ToOriginal(match.Start, match.End))
            .Select(original => new Detection(original.Start, original.End))
            .ToList();
    }

    private ReadView Read(TextViewKind kind)
    {
        var view = new TextView();
        TextViews.Write(kind, text, view);
        return new ReadView(view, new CodePoints(view.Text.ToString()));
    }

    private sealed record ReadView(TextView View, CodePoints CodePoints);
}

using System.Text;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Conformance.Tests.Stages;

/// <summary>A syntax tree as lines: one a node or token, indented by depth.</summary>
internal static class TreeText
{
    public static string Write(SyntaxTree tree)
    {
        var text = new StringBuilder();
        var pending = new Stack<(SyntaxElement Element, int Depth)>([(tree.Root, 0)]);
        while (pending.TryPop(out var next))
        {
            text.Append(' ', next.Depth * 2);
            if (next.Element is SyntaxToken token)
                text.Append(token.Kind).Append(' ').Append(token.IsMissing ? "(missing)" : token.Text.ReplaceLineEndings("⏎")).Append('\n');
            else
                text.Append(next.Element.GetType().Name).Append('\n');
            foreach (var child in next.Element.Children.Reverse())
                pending.Push((child, next.Depth + 1));
        }
        return text.ToString();
    }
}

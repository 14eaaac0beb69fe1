using System.Globalization;
using System.Text;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.Facts.Texts;

/// <summary>Writes where a walk is as a JSON pointer (RFC 6901).</summary>
internal static class WalkPointer
{
    public static string Of(ReadOnlySpan<WalkLevel> levels, FactFrame frame)
    {
        var pointer = new StringBuilder();
        foreach (ref readonly var level in levels)
        {
            pointer.Append('/');
            if (NameOf(level, frame) is { } name)
                pointer.Append(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
            else
                pointer.Append(CultureInfo.InvariantCulture, $"{level.Index}");
        }
        return pointer.ToString();
    }

    private static string? NameOf(in WalkLevel level, FactFrame frame)
    {
        if (level.Shape is not null) return level.Shape.Kind == ShapeKind.Record ? level.Shape.Members[level.Index].Member.WireName : null;
        if (!level.IsObject) return null;
        var json = frame.Chars(level.Json);
        var quoted = json[level.Name..JsonText.TextEnd(json, level.Name)];
        var name = new char[quoted.Length];
        return new string(name, 0, JsonText.Decode(quoted, name));
    }
}

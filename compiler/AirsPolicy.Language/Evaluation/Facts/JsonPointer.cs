using System.Globalization;

namespace AirsPolicy.Language.Evaluation.Facts;

/// <summary>Parts of JSON pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary>The step to a member.</summary>
    public static string Segment(string name) =>
        "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The step to an item.</summary>
    public static string Segment(int index) => "/" + index.ToString(CultureInfo.InvariantCulture);
}

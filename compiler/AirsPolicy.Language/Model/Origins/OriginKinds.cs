using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Model.Origins;

/// <summary>Where a value can have come from, beside the labels that a policy declares.</summary>
internal static class OriginKinds
{
    /// <summary>The name of the enum of origins.</summary>
    public const string EnumName = "origin";

    /// <summary>A person gave it at <c>input</c>.</summary>
    public const string User = "user";

    /// <summary>It occurs in no text of the session.</summary>
    public const string Model = "model";

    /// <summary>It is too short to tell, or there was more text than can be told.</summary>
    public const string Unclear = "unclear";

    /// <summary>A tool gave it whose results carry no label, or a tool did at <c>input</c>.</summary>
    public const string Tool = "tool";

    /// <summary>It stands in a document or attachment.</summary>
    public const string Document = "document";

    /// <summary>It stands in a passage that was retrieved.</summary>
    public const string Source = "source";

    /// <summary>It was remembered.</summary>
    public const string Memory = "memory";

    /// <summary>Another agent gave it.</summary>
    public const string Agent = "agent";

    /// <summary>All of them, in the order of the enum.</summary>
    public static ValueList<string> All { get; } = [User, Model, Unclear, Tool, Document, "mail", "web", Agent, Source, Memory];

    /// <summary>The enum of origins of a policy.</summary>
    /// <param name="labels">The names of its labels, ordered.</param>
    public static EnumShape Shape(IEnumerable<string> labels) => new(All.Concat(labels).ToValueList(), Rising: false, EnumName);
}

using System.Text.Json;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Hosting.Telemetry;

/// <summary>
/// The tool of a decision, by its name on the wire. Whoever asks for a tool that the policy does not declare can say anything: it is
/// <see cref="Undeclared"/> then, and where the facts cannot be read.
/// </summary>
internal static class DecidedTool
{
    public const string Undeclared = "undeclared";

    /// <summary>The tool that facts in JSON name.</summary>
    /// <param name="layout">The layout of the point.</param>
    /// <param name="facts">One object in UTF-8.</param>
    public static string Of(PointLayout layout, ReadOnlySpan<byte> facts)
    {
        try
        {
            var json = new Utf8JsonReader(facts, new JsonReaderOptions { MaxDepth = FactLimits.MaxDepth });
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isTool = json.ValueTextEquals("tool"u8);
                json.Read();
                if (isTool)
                    return json.TokenType == JsonTokenType.String ? Declared(layout, ref json) : Undeclared;
                json.Skip();
            }
        }
        catch (JsonException)
        {
            // The decision says what is wrong with the facts.
        }
        return Undeclared;
    }

    /// <summary>The tool that a frame names.</summary>
    public static string Of(PolicyPoint point, FactFrame facts) =>
        point.Tool(facts) is >= 0 and var tool ? point.Table.Layout.Tools[tool].WireName : Undeclared;

    private static string Declared(PointLayout layout, ref Utf8JsonReader json)
    {
        foreach (var tool in layout.Tools)
        {
            if (json.ValueTextEquals(tool.WireName))
                return tool.WireName;
        }
        return Undeclared;
    }
}

using AirsPolicy.Collections;

namespace AirsPolicy.Hosting.Telemetry;

/// <summary>Something that security teams look for. No text of a request or answer is in it.</summary>
/// <param name="Name">What happened, a name of <see cref="TelemetryNames.Events"/>.</param>
/// <param name="Attributes">
/// What is known of it, by the names of <see cref="TelemetryNames.Attributes"/>: texts, and lists of texts (<c>string[]</c>).
/// </param>
public sealed record PolicyEvent(string Name, ValueList<KeyValuePair<string, object>> Attributes)
{
    /// <summary>The value of an attribute; null where it is absent.</summary>
    public object? this[string attribute]
    {
        get
        {
            foreach (var (name, value) in Attributes)
            {
                if (name == attribute)
                    return value;
            }
            return null;
        }
    }
}

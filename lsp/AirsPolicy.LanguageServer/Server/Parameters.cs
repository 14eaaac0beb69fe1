using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AirsPolicy.LanguageServer.Transport;

namespace AirsPolicy.LanguageServer.Server;

/// <summary>Reads the parameters of a message.</summary>
internal static class Parameters
{
    /// <summary>The parameters as <typeparamref name="T"/>.</summary>
    /// <exception cref="RequestRefusedException">They are missing or not of that form.</exception>
    public static T Read<T>(JsonElement parameters, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            if (parameters.ValueKind == JsonValueKind.Object && parameters.Deserialize(type) is { } read)
                return read;
        }
        catch (Exception misfit) when (misfit is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a text in it is not Unicode.
            throw new RequestRefusedException(ErrorCode.InvalidParams, $"The parameters do not fit: {misfit.Message}");
        }

        throw new RequestRefusedException(ErrorCode.InvalidParams, "The parameters are missing.");
    }
}

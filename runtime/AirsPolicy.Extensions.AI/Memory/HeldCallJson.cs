using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace AirsPolicy.Extensions.AI.Memory;

/// <summary>A call that waits, as the store of the host keeps it.</summary>
internal static class HeldCallJson
{
    public static byte[] Write(HeldCall call) => Encoding.UTF8.GetBytes(
        new JsonObject
        {
            ["key"] = call.Key,
            ["tool"] = call.Tool,
            ["arguments"] = call.Arguments.DeepClone(),
            ["waits"] = call.Waits,
            ["expires"] = call.Expires.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["edited"] = call.IsEdited,
        }.ToJsonString());

    /// <exception cref="InvalidDataException">It is not what <see cref="Write"/> writes.</exception>
    public static HeldCall Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var call = JsonNode.Parse(json)!.AsObject();
            return new HeldCall(
                (string)call["key"]!,
                (string)call["tool"]!,
                (JsonObject)call["arguments"]!.DeepClone(),
                (long?)call["waits"],
                DateTimeOffset.Parse((string)call["expires"]!, CultureInfo.InvariantCulture),
                (bool)call["edited"]!);
        }
        // Whatever is not there or is something else.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw new InvalidDataException($"A call that waits cannot be read back from the store: {fault.Message}", fault);
        }
    }
}

using AirsPolicy.AriaChat;
using AirsPolicy.ScriptedModel;

// aria BUNDLE [ENDPOINT] [PIPE] [STORE]. Without an endpoint, or with '-', a scripted model answers; the key of another is in
// OPENAI_API_KEY. With a store a conversation goes on where it was when the program ended, however it did.
if (args is not [var bundle, ..])
{
    await Console.Error.WriteLineAsync("usage: aria BUNDLE [ENDPOINT] [PIPE] [STORE]");
    return 2;
}
await using var scripted = args.ElementAtOrDefault(1) is null or "-" ? ModelServer.Start(AriaScript.Replies) : null;
using var store = args.ElementAtOrDefault(3) is { } file ? ConsoleStore.Open(file) : null;
await using var chat = new ConsoleChat(
    await File.ReadAllBytesAsync(bundle),
    scripted?.Endpoint ?? new Uri(args[1]),
    args.ElementAtOrDefault(2) ?? "airs-review",
    Console.Out,
    store);
await chat.RunAsync(Console.In);
return 0;

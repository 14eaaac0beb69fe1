namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>What one method takes of time and of the stack of a thread.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">The bytes of its instructions.</param>
/// <param name="Slots">How many values it holds at most, each of 16 bytes at most, with what every call takes.</param>
/// <param name="Calls">The rows of the methods of the program that it calls, one for each place.</param>
internal sealed record ImageMethod(string Name, int Size, int Slots, IReadOnlyList<int> Calls);

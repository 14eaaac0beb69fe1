namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>A method that instructions may call.</summary>
/// <param name="Kind">By which instruction.</param>
/// <param name="Takes">What it takes from the stack, the lowest first: the declared types.</param>
/// <param name="Gives">What it leaves there, as declared.</param>
/// <param name="Own">The row of a method of the program; 0 for one outside.</param>
internal sealed record ImageCall(ImageCallKind Kind, string[] Takes, string Gives, int Own);

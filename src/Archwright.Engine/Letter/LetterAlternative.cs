namespace Archwright.Engine;

/// <summary>What could be done about a movement that will under-express, and what it costs.</summary>
/// <param name="What">The alternative, as a sentence without its full stop.</param>
/// <param name="Trays">Trays more (or fewer) than the plan has.</param>
/// <param name="Weeks">Weeks more.</param>
/// <param name="Attachments">Attachments more.</param>
/// <param name="Shortfall">What is then expected to lack, in the movement's unit; null where that cannot be assessed.</param>
/// <param name="How">How it was worked out.</param>
public sealed record LetterAlternative(string What, int Trays, double Weeks, int Attachments, double? Shortfall, string How);

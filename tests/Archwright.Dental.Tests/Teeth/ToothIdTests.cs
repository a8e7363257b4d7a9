namespace Archwright.Dental.Tests;

public class ToothIdTests
{
    [Fact]
    public void There_are_32_permanent_and_20_milk_teeth()
    {
        ToothId[] all = [.. Enumerable.Range(-5, 200).Where(n => ToothId.TryFromFdi(n, out _)).Select(ToothId.FromFdi)];

        all.Count(t => !t.IsPrimary).ShouldBe(32);
        all.Count(t => t.IsPrimary).ShouldBe(20);
        Should.Throw<ArgumentException>(() => ToothId.FromFdi(19));
    }

    [Fact]
    public void Teeth_stand_from_the_patients_right_to_the_left_upper_first()
    {
        ToothId[] shuffled = [.. new[] { 31, 48, 28, 18, 41, 11, 21, 38, 51 }.Select(ToothId.FromFdi)];

        shuffled.Order().Select(t => t.Fdi).ShouldBe([18, 11, 51, 21, 28, 48, 41, 31, 38]);
        ToothId.Permanent(Jaw.Upper).ShouldBeInOrder();
        ToothId.Permanent(Jaw.Lower).ShouldBeInOrder();
    }

    [Theory]
    [InlineData(11, Jaw.Upper, true, ToothClass.Incisor)]
    [InlineData(23, Jaw.Upper, false, ToothClass.Canine)]
    [InlineData(34, Jaw.Lower, false, ToothClass.Premolar)]
    [InlineData(14, Jaw.Upper, true, ToothClass.Premolar)]
    [InlineData(47, Jaw.Lower, true, ToothClass.Molar)]
    [InlineData(54, Jaw.Upper, true, ToothClass.Molar)]
    [InlineData(73, Jaw.Lower, false, ToothClass.Canine)]
    public void The_number_says_jaw_side_and_class(int fdi, Jaw jaw, bool right, ToothClass toothClass)
    {
        ToothId tooth = ToothId.FromFdi(fdi);

        (tooth.Jaw, tooth.IsRight, tooth.Class).ShouldBe((jaw, right, toothClass));
    }

    [Fact]
    public void Mirrored_twice_is_the_tooth_itself_and_once_the_other_side_of_the_same_jaw()
    {
        foreach (ToothId tooth in ToothId.Permanent(Jaw.Upper).Concat(ToothId.Permanent(Jaw.Lower)).Append(ToothId.FromFdi(85)))
        {
            tooth.Mirrored().Mirrored().ShouldBe(tooth);
            tooth.Mirrored().Jaw.ShouldBe(tooth.Jaw);
            tooth.Mirrored().ArchPlace.ShouldBe(-tooth.ArchPlace);
        }
    }
}

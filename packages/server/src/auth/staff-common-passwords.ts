/**
 * What the passwords that people choose most are made of. The published lists of the most common ones (SecLists, NCSC) hold
 * few of twelve characters and more; nearly all of those are one or two of these words, or one again and again, with
 * digits and signs around it. Lower case, letters only, look-alike signs already read as letters.
 */
export const COMMON_WORDS: readonly string[] = `
abc abcd abcde abcdef abcdefg access account admin administrator afterglow amanda america andrea andrew angel anthony apple
arsenal asdf asdfg asdfgh asdfghjkl ashley august autumn azerty azertyuiop babygirl bailey banana barcelona baseball
basketball batman beautiful beauty biteme blink butterfly buster changeme change charlie cheese chelsea chocolate clinic
clinician computer consultant cookie corvette correcthorsebatterystaple cowboys daniel december default demo derma doctor
dolphin donald dragon eminem enter everton family february flower football forever freedom friday friends fuckyou gateway
george ginger google guest hannah harley hello hockey hospital hottie hunter iloveyou iloveyouso internet jasmine jasper
jennifer jessica jesus jordan joshua july june justin killer ladybug letmein letmeinnow letmeinplease liverpool london
login love loveme lovely lucky maggie manager manchester march master matrix matthew me medical melissa merlin mercedes
michael michelle microneedling monday monkey mother mustang mylove my myspace needling nicole ninja november nurse october
office orange owner pass passphrase passw password pepper phoenix please pokemon princess private purple qazwsx qazwsxedc
qwe qwer qwert qwerty qwertyu qwertyui qwertyuiop qwertz qwertzuiop ranger reception receptionist robert root samsung
saturday secret security september server shadow skin skincare sophie spa spring starwars summer sunday sunshine superman
superuser system temp temporary test tester testing thomas thunder thursday tigger treatment trustno tuesday user victoria
wednesday welcome whatever winter wizard yamaha you zaq zaqxsw zxc zxcv zxcvbn zxcvbnm the is this i a and one two three
january april may
`
  .trim()
  .split(/\s+/)

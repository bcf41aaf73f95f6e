//! The numbers of the curves, as they stand in `mbedtls_ecp_group`: limbs, least significant first.
//!
//! Sources: FIPS 186-4 appendix D.1.2, SEC 2 section 2.4.1, RFC 5639 section 3, RFC 7748 section 4. A test holds the curves
//! in short Weierstrass form to their crates.

use super::mbedtls_ecp_group_id::{self, *};
use crate::capi::bignum::mbedtls_mpi_uint;

/// A number.
pub(super) type Limbs = &'static [mbedtls_mpi_uint];

/// A curve.
pub(super) struct Parameters {
    /// Its number in C.
    pub id: mbedtls_ecp_group_id,
    /// The prime of the field.
    pub p: Limbs,
    /// Coefficient A; none stands for -3. Of Curve25519 and Curve448: (A + 2) / 4.
    pub a: Option<Limbs>,
    /// Coefficient B; none for Curve25519 and Curve448.
    pub b: Option<Limbs>,
    /// The base point's x coordinate.
    pub x: Limbs,
    /// The base point's y coordinate; none for Curve25519 and Curve448.
    pub y: Option<Limbs>,
    /// The order of the base point.
    pub n: Limbs,
    /// Bits of the prime.
    pub pbits: usize,
    /// Bits of the order; of Curve25519 and Curve448 the number of the highest bit of a private key, counted from 0.
    pub nbits: usize,
}

/// 1.
pub(super) static ONE: Limbs = &[1];

/// All curves.
#[rustfmt::skip]
pub(super) static ALL: &[Parameters] = &[
    Parameters {
        id: MBEDTLS_ECP_DP_SECP256R1,
        p: &[0xffff_ffff_ffff_ffff, 0x0000_0000_ffff_ffff, 0x0000_0000_0000_0000, 0xffff_ffff_0000_0001],
        a: None,
        b: Some(&[0x3bce_3c3e_27d2_604b, 0x651d_06b0_cc53_b0f6, 0xb3eb_bd55_7698_86bc, 0x5ac6_35d8_aa3a_93e7]),
        x: &[0xf4a1_3945_d898_c296, 0x7703_7d81_2deb_33a0, 0xf8bc_e6e5_63a4_40f2, 0x6b17_d1f2_e12c_4247],
        y: Some(&[0xcbb6_4068_37bf_51f5, 0x2bce_3357_6b31_5ece, 0x8ee7_eb4a_7c0f_9e16, 0x4fe3_42e2_fe1a_7f9b]),
        n: &[0xf3b9_cac2_fc63_2551, 0xbce6_faad_a717_9e84, 0xffff_ffff_ffff_ffff, 0xffff_ffff_0000_0000],
        pbits: 256,
        nbits: 256,
    },
    Parameters {
        id: MBEDTLS_ECP_DP_SECP384R1,
        p: &[
            0x0000_0000_ffff_ffff, 0xffff_ffff_0000_0000, 0xffff_ffff_ffff_fffe, 0xffff_ffff_ffff_ffff,
            0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff,
        ],
        a: None,
        b: Some(&[
            0x2a85_c8ed_d3ec_2aef, 0xc656_398d_8a2e_d19d, 0x0314_088f_5013_875a, 0x181d_9c6e_fe81_4112,
            0x988e_056b_e3f8_2d19, 0xb331_2fa7_e23e_e7e4,
        ]),
        x: &[
            0x3a54_5e38_7276_0ab7, 0x5502_f25d_bf55_296c, 0x59f7_41e0_8254_2a38, 0x6e1d_3b62_8ba7_9b98,
            0x8eb1_c71e_f320_ad74, 0xaa87_ca22_be8b_0537,
        ],
        y: Some(&[
            0x7a43_1d7c_90ea_0e5f, 0x0a60_b1ce_1d7e_819d, 0xe9da_3113_b5f0_b8c0, 0xf8f4_1dbd_289a_147c,
            0x5d9e_98bf_9292_dc29, 0x3617_de4a_9626_2c6f,
        ]),
        n: &[
            0xecec_196a_ccc5_2973, 0x581a_0db2_48b0_a77a, 0xc763_4d81_f437_2ddf, 0xffff_ffff_ffff_ffff,
            0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff,
        ],
        pbits: 384,
        nbits: 384,
    },
    Parameters {
        id: MBEDTLS_ECP_DP_SECP521R1,
        p: &[
            0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff,
            0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff,
            0x0000_0000_0000_01ff,
        ],
        a: None,
        b: Some(&[
            0xef45_1fd4_6b50_3f00, 0x3573_df88_3d2c_34f1, 0x1652_c0bd_3bb1_bf07, 0x5619_3951_ec7e_937b,
            0xb8b4_8991_8ef1_09e1, 0xa2da_725b_99b3_15f3, 0x929a_21a0_b685_40ee, 0x953e_b961_8e1c_9a1f,
            0x0000_0000_0000_0051,
        ]),
        x: &[
            0xf97e_7e31_c2e5_bd66, 0x3348_b3c1_856a_429b, 0xfe1d_c127_a2ff_a8de, 0xa14b_5e77_efe7_5928,
            0xf828_af60_6b4d_3dba, 0x9c64_8139_053f_b521, 0x9e3e_cb66_2395_b442, 0x858e_06b7_0404_e9cd,
            0x0000_0000_0000_00c6,
        ],
        y: Some(&[
            0x88be_9476_9fd1_6650, 0x353c_7086_a272_c240, 0xc550_b901_3fad_0761, 0x97ee_7299_5ef4_2640,
            0x17af_bd17_273e_662c, 0x98f5_4449_579b_4468, 0x5c8a_5fb4_2c7d_1bd9, 0x3929_6a78_9a3b_c004,
            0x0000_0000_0000_0118,
        ]),
        n: &[
            0xbb6f_b71e_9138_6409, 0x3bb5_c9b8_899c_47ae, 0x7fcc_0148_f709_a5d0, 0x5186_8783_bf2f_966b,
            0xffff_ffff_ffff_fffa, 0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff,
            0x0000_0000_0000_01ff,
        ],
        pbits: 521,
        nbits: 521,
    },
    Parameters {
        id: MBEDTLS_ECP_DP_SECP256K1,
        p: &[0xffff_fffe_ffff_fc2f, 0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff],
        a: Some(&[0x0000_0000_0000_0000]),
        b: Some(&[0x0000_0000_0000_0007]),
        x: &[0x59f2_815b_16f8_1798, 0x029b_fcdb_2dce_28d9, 0x55a0_6295_ce87_0b07, 0x79be_667e_f9dc_bbac],
        y: Some(&[0x9c47_d08f_fb10_d4b8, 0xfd17_b448_a685_5419, 0x5da4_fbfc_0e11_08a8, 0x483a_da77_26a3_c465]),
        n: &[0xbfd2_5e8c_d036_4141, 0xbaae_dce6_af48_a03b, 0xffff_ffff_ffff_fffe, 0xffff_ffff_ffff_ffff],
        pbits: 256,
        nbits: 256,
    },
    Parameters {
        id: MBEDTLS_ECP_DP_BP256R1,
        p: &[0x2013_481d_1f6e_5377, 0x6e3b_f623_d526_2028, 0x3e66_0a90_9d83_8d72, 0xa9fb_57db_a1ee_a9bc],
        a: Some(&[0xe94a_4b44_f330_b5d9, 0xfb80_55c1_26dc_5c6c, 0xeef6_7530_417a_ffe7, 0x7d5a_0975_fc2c_3057]),
        b: Some(&[0x6bcc_dc18_ff8c_07b6, 0x9584_1629_5cf7_e1ce, 0xf330_b5d9_bbd7_7cbf, 0x26dc_5c6c_e94a_4b44]),
        x: &[0x3a44_53bd_9ace_3262, 0xb9de_27e1_e3bd_23c2, 0x2c4b_482f_fc81_b7af, 0x8bd2_aeb9_cb7e_57cb],
        y: Some(&[0x5c1d_54c7_2f04_6997, 0xc277_4513_2ded_8e54, 0x97f8_461a_1461_1dc9, 0x547e_f835_c3da_c4fd]),
        n: &[0x901e_0e82_9748_56a7, 0x8c39_7aa3_b561_a6f7, 0x3e66_0a90_9d83_8d71, 0xa9fb_57db_a1ee_a9bc],
        pbits: 256,
        nbits: 256,
    },
    Parameters {
        id: MBEDTLS_ECP_DP_BP384R1,
        p: &[
            0x8747_0013_3107_ec53, 0xacd3_a729_901d_1a71, 0x12b1_da19_7fb7_1123, 0x152f_7109_ed54_56b4,
            0x0f5d_6f7e_50e6_41df, 0x8cb9_1e82_a338_6d28,
        ],
        a: Some(&[
            0x04a8_c7dd_22ce_2826, 0x8aa5_814a_503a_d4eb, 0x1391_65ef_ba91_f90f, 0xc2be_a28e_4fb2_2787,
            0x3c72_080a_ce05_afa0, 0x7bc3_82c6_3d8c_150c,
        ]),
        b: Some(&[
            0x3ab7_8696_fa50_4c11, 0x7cb4_3902_95db_c994, 0x2e88_0ea5_3eeb_62d5, 0x2fb7_7de1_07dc_d2a6,
            0x8b39_b554_16f0_447c, 0x04a8_c7dd_22ce_2826,
        ]),
        x: &[
            0xef87_b2e2_47d4_af1e, 0xe826_e034_36d6_46aa, 0xdb7f_cafe_0cbd_10e8, 0x8847_a3e7_7ef1_4fe3,
            0xa2a6_3a81_b7c1_3f6b, 0x1d1c_64f0_68cf_45ff,
        ],
        y: Some(&[
            0x4282_0341_263c_5315, 0x0e46_4621_7791_8111, 0xe19c_054f_f991_2928, 0x62b7_0b29_feec_5864,
            0x5cb1_eb8e_95cf_d552, 0x8abe_1d75_20f9_c2a4,
        ]),
        n: &[
            0x3b88_3202_e904_6565, 0xcf3a_b6af_6b7f_c310, 0x1f16_6e6c_ac04_25a7, 0x152f_7109_ed54_56b3,
            0x0f5d_6f7e_50e6_41df, 0x8cb9_1e82_a338_6d28,
        ],
        pbits: 384,
        nbits: 384,
    },
    Parameters {
        id: MBEDTLS_ECP_DP_CURVE25519,
        p: &[0xffff_ffff_ffff_ffed, 0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff, 0x7fff_ffff_ffff_ffff],
        a: Some(&[0x0000_0000_0001_db42]),
        b: None,
        x: &[0x0000_0000_0000_0009],
        y: None,
        n: &[0x5812_631a_5cf5_d3ed, 0x14de_f9de_a2f7_9cd6, 0x0000_0000_0000_0000, 0x1000_0000_0000_0000],
        pbits: 255,
        nbits: 254,
    },
    Parameters {
        id: MBEDTLS_ECP_DP_CURVE448,
        p: &[
            0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff, 0xffff_fffe_ffff_ffff,
            0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff,
        ],
        a: Some(&[0x0000_0000_0000_98aa]),
        b: None,
        x: &[0x0000_0000_0000_0005],
        y: None,
        n: &[
            0x2378_c292_ab58_44f3, 0x216c_c272_8dc5_8f55, 0xc44e_db49_aed6_3690, 0xffff_ffff_7cca_23e9,
            0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff, 0x3fff_ffff_ffff_ffff,
        ],
        pbits: 448,
        nbits: 447,
    },
];
